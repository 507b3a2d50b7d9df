package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.tradinggrid.map.PartnerFields;
import dev.contentconnect.tradinggrid.map.PartnerMapper;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The partners of our company. */
final class Directory {
    private final TradingGridClient client;
    private final TradingGridConfig.Partners config;
    final Audiences audiences;

    Directory(TradingGridClient client, TradingGridConfig config) {
        this.client = client;
        this.config = config.partners();
        TradingGridConfig.Cartographer maps = config.cartographer();
        this.audiences = maps.rulesEntity() != null && maps.solution() != null
                ? new Audiences.Table(client, maps.solution(), maps.rulesEntity(), maps.delimiter())
                : new Audiences.Configured(this.config.audiences());
    }

    /** A partner by its id. By name one request; by another member the directory is read. */
    WireCompany find(String operation, String id) {
        Map<String, String> fields = config.fields();
        boolean byName = PartnerFields.SEARCHED.equals(fields.get(PartnerFields.ID));
        List<WireCompany> found = byName
                ? client.community().partnersNamed(id)
                : client.community().partners();
        return found.stream()
                .filter(one -> id.equals(PartnerMapper.text(one, fields, PartnerFields.ID)))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(operation, "the directory has no partner " + id));
    }

    Partner partner(String operation, String id) {
        return partner(find(operation, id), audiences.of(id))
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    Either<MappingIssue, Partner> partner(WireCompany wire, Set<Segment> segments) {
        Map<String, String> fields = config.fields();
        String id = PartnerMapper.text(wire, fields, PartnerFields.ID);
        List<String> contacts = id == null ? List.of() : config.contacts().getOrDefault(id, List.of());
        String email = contacts.isEmpty() ? null : contacts.get(0);
        return PartnerMapper.toPartner(wire, fields, config.activeWords(), email, segments);
    }

    @Nullable String id(WireCompany wire) {
        return PartnerMapper.text(wire, config.fields(), PartnerFields.ID);
    }

    List<WireCompany> all() {
        return client.community().partners();
    }

    /** Where notices for a partner go. */
    List<String> contacts(Partner partner) {
        List<String> configured = config.contacts().getOrDefault(partner.ref().id(), List.of());
        String email = partner.email();
        return !configured.isEmpty() || email == null ? configured : List.of(email);
    }

    /** The EDI address of a partner. */
    Optional<String> address(Partner partner) {
        String configured = config.addresses().get(partner.ref().id());
        String member = config.fields().get(PartnerFields.ADDRESS);
        Object told = member == null
                ? null
                : partner.extensions().get(TradingGridConnector.SYSTEM).get(member);
        return Optional.ofNullable(configured != null ? configured : told instanceof String text ? text : null)
                .filter(text -> !text.isBlank());
    }
}
