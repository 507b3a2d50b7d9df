package dev.contentconnect.smintio;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.smintio.api.LicenseLinks;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.RightsMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import java.util.Optional;

/** Rights: those of a licence, and of an asset of the portal those of the licence that the host ties it to. */
record SmintioRights(Library library) implements RightsReader {
    private static final String READ = "rights.get";

    @Override
    public RightsRecord rights(SourceRef asset) {
        String license = Ids.licenseIn(asset);
        if (license != null) {
            return ofLicense(license, asset);
        }
        String id = Library.portalId(READ, asset);
        library.checkPortal(READ);
        // The asset is asked for first: a tie to a licence says nothing about one that is gone.
        WireAsset found = library.client.portal().assets().get(id);
        LicenseLinks links = library.config.ports().licenses();
        Optional<String> tied = links == null ? Optional.empty() : links.licenseOf(id);
        return tied.isPresent() ? ofLicense(tied.get(), asset) : RightsMapper.ofPortal(found, asset, library.languages);
    }

    private RightsRecord ofLicense(String license, SourceRef asset) {
        return RightsMapper.toRights(library.purchases.get(READ, license), asset, library.languages, library.now());
    }
}
