package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Are the bytes still those that people approved? Days may lie between the question and the publication. */
final class ApprovedBytes {
    private ApprovedBytes() {}

    static List<String> objections(ContentPackage content) {
        List<String> objections = new ArrayList<>();
        for (PackageItem item : content.items()) {
            AssetVersion version = item.asset().currentVersion();
            Checksum approved = version == null ? null : version.checksum();
            if (approved != null && !approved.equals(checksum(item, approved.algorithm()))) {
                objections.add("the bytes of " + item.asset().ref().id() + " are not those that were approved");
            }
        }
        return objections;
    }

    private static Checksum checksum(PackageItem item, String algorithm) {
        try (InputStream bytes = item.content().open();
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance(algorithm))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return new Checksum(
                    algorithm,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + item.asset().ref().id(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("unknown checksum algorithm: " + algorithm, e);
        }
    }
}
