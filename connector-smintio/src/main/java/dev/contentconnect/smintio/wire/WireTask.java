package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A background task: what every operation of a portal answers.
 *
 * @param uuid its id
 * @param state created, in_progress, error or completed
 * @param percentage how far it is
 * @param result what the operation gave, as JSON text
 * @param rest members this SDK does not know, such as those of an error
 */
public record WireTask(
        @Nullable String uuid,
        @Nullable String state,
        @JsonProperty("finished_percentage") @Nullable Integer percentage,
        @JsonProperty("result_string") @Nullable String result,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
