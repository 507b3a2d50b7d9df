package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner may have an asset at a moment: it is out, for an audience that the partner belongs to, and in rights.
 *
 * @param offer what it may have; null when it may have nothing
 * @param segments by which
 * @param reason why not, for people of this house; empty when it may
 */
record PartnerLook(@Nullable Offer offer, List<Segment> segments, String reason) {

    static PartnerLook at(PartnerLibrary library, SourceRef wanted, Partner partner, Instant at) {
        Optional<Asset> asset = library.find(wanted);
        if (asset.isEmpty()) {
            return no(wanted + " is not in the library");
        }
        Optional<Offer> offer = library.offer(asset.get());
        if (offer.isEmpty()) {
            return no(wanted + " is " + asset.get().status() + " and not out");
        }
        List<Segment> segments = offer.get().segmentsFor(partner);
        if (segments.isEmpty()) {
            return no(partner.name() + " is not of the audience of " + wanted);
        }
        List<String> objections = library.objections(offer.get(), segments, at);
        return objections.isEmpty() ? new PartnerLook(offer.get(), segments, "") : no(String.join("; ", objections));
    }

    private static PartnerLook no(String reason) {
        return new PartnerLook(null, List.of(), reason);
    }
}
