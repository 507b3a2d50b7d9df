package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import io.vavr.control.Either;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of the partner directory as partners. */
public final class PartnerMapper {
    private PartnerMapper() {}

    /**
     * A member by its canonical name.
     *
     * @param wire the entry
     * @param fields canonical name to member
     * @param name the canonical name
     * @return the text, or null
     */
    public static @Nullable String text(WireCompany wire, Map<String, String> fields, String name) {
        String member = fields.get(name);
        return member == null ? null : wire.text(member);
    }

    /**
     * The partner for an entry.
     *
     * @param wire the entry
     * @param fields canonical name to member
     * @param activeWords words of an active relation, in any letters; an entry without a status is active
     * @param email where notices go, or null for what the entry says
     * @param segments the audiences it belongs to
     * @return the partner, or what is wrong with it
     */
    public static Either<MappingIssue, Partner> toPartner(
            WireCompany wire,
            Map<String, String> fields,
            Set<String> activeWords,
            @Nullable String email,
            Collection<Segment> segments) {
        String id = text(wire, fields, PartnerFields.ID);
        if (id == null) {
            return Either.left(MappingIssue.of(
                    "partnerDirectory." + fields.get(PartnerFields.ID), "is missing; see the option partnerFields"));
        }
        String name = text(wire, fields, PartnerFields.NAME);
        String status = text(wire, fields, PartnerFields.STATUS);
        boolean active = status == null || activeWords.stream().anyMatch(status.strip()::equalsIgnoreCase);
        return Either.right(new Partner(
                SourceRef.of(Meaning.SYSTEM, id),
                name == null ? id : name,
                email != null ? email : text(wire, fields, PartnerFields.EMAIL),
                List.copyOf(segments),
                List.of(),
                active,
                Extensions.of(Meaning.SYSTEM, wire.members())));
    }
}
