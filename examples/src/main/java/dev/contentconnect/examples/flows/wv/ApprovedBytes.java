package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.spi.Content;
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
            String name = item.asset().ref().id();
            if (approved != null && !approved.equals(checksum(item.content(), name, approved.algorithm()))) {
                objections.add("the bytes of " + name + " are not those that were approved");
            }
        }
        return objections;
    }

    /** The fingerprint of a content as it is now; {@code name} says in a failure what was read. */
    static Checksum checksum(Content content, String name, String algorithm) {
        try (InputStream bytes = content.open();
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance(algorithm))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return new Checksum(
                    algorithm,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("unknown checksum algorithm: " + algorithm, e);
        }
    }
}
