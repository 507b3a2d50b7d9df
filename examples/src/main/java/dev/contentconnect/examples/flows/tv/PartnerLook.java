package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner may have an asset at a moment: it is out, for an audience that the partner belongs to, and in rights.
 *
 * @param offer what it may have, by the publications that bring it to this partner; null when it may have nothing
 * @param segments by which, those of the first of these publications
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
        return offer.get().isFor(partner)
                ? of(library, offer.get(), library.rights(offer.get()), partner, at)
                : no(notOfTheAudience(offer.get(), partner));
    }

    /** Looks at each publication by itself: what goes to a partner is offered by those only that reach it within the rights. */
    static PartnerLook of(PartnerLibrary library, Offer offer, RightsRecord rights, Partner partner, Instant at) {
        List<Publication> fit = new ArrayList<>();
        List<Segment> segments = List.of();
        String reason = notOfTheAudience(offer, partner);
        for (Publication one : offer.publications()) {
            List<Segment> shared = PartnerAudience.shared(partner, one.audience());
            List<String> objections =
                    shared.isEmpty() ? List.of() : library.objections(offer.ref(), rights, shared, at);
            if (!objections.isEmpty()) {
                reason = String.join("; ", objections);
            } else if (!shared.isEmpty()) {
                segments = fit.isEmpty() ? shared : segments;
                fit.add(one);
            }
        }
        return fit.isEmpty() ? no(reason) : new PartnerLook(offer.by(fit), segments, "");
    }

    private static String notOfTheAudience(Offer offer, Partner partner) {
        return partner.name() + " is not of the audience of " + offer.ref();
    }

    private static PartnerLook no(String reason) {
        return new PartnerLook(null, List.of(), reason);
    }
}
