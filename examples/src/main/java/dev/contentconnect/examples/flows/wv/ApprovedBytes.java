package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.examples.flows.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** Are the bytes still those that people approved? Days may lie between the question and the publication. */
final class ApprovedBytes {
    private ApprovedBytes() {}

    static List<String> objections(ContentPackage content) {
        List<String> objections = new ArrayList<>();
        for (PackageItem item : content.items()) {
            AssetVersion version = item.asset().currentVersion();
            Checksum approved = version == null ? null : version.checksum();
            String name = item.asset().ref().id();
            if (approved != null
                    && !approved.equals(Fingerprint.checksum(item.content(), name, approved.algorithm()))) {
                objections.add("the bytes of " + name + " are not those that were approved");
            }
        }
        return objections;
    }
}
