package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a licence.
 *
 * @param text by culture
 * @param isSafeHtml whether it is markup that may be shown
 */
public record WireLicenseText(
        @JsonProperty("effective_text") @Nullable List<@Nullable WireText> text,

        @JsonProperty("effective_text_is_safe_html") @Nullable Boolean isSafeHtml) {}
