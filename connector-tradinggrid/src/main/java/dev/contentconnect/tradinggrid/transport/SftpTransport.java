package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * SFTP, by Apache MINA SSHD, which a host that uses this class adds: {@code org.apache.sshd:sshd-core} and
 * {@code sshd-sftp}. Each call is a session of its own, because networks close idle ones. The server must show one of the
 * configured keys. Nothing is taken from the machine's own SSH settings.
 */
public final class SftpTransport implements DocumentTransport {
    private final SftpConfig config;
    private final SshClient client;
    private final Iterable<KeyPair> keys;

    /**
     * A transport. Reads the private key and starts the client's threads; never touches the network.
     *
     * @param config how to reach the server
     * @throws IOException when the private key cannot be read
     */
    public SftpTransport(SftpConfig config) throws IOException {
        this.config = config;
        this.keys = keys(config);
        this.client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((session, address, key) -> isKnown(key));
        CoreModuleProperties.AUTH_TIMEOUT.set(client, config.timeout());
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, config.timeout());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, config.timeout());
        client.start();
    }

    private static Iterable<KeyPair> keys(SftpConfig config) throws IOException {
        Path file = config.keyFile();
        if (file == null) {
            return List.of();
        }
        Secret unlock = config.keyPassword();
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> found = SecurityUtils.loadKeyPairIdentities(
                    null,
                    () -> "private key",
                    in,
                    unlock == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(unlock.reveal()));
            if (found == null) {
                throw new IOException("no private key in the file");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException("the private key cannot be read", e);
        }
    }

    private boolean isKnown(PublicKey key) {
        String print = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        return config.hostKeys().contains(print);
    }

    private interface Work<T> {
        T with(SftpClient sftp) throws IOException;
    }

    private <T> T session(String operation, Work<T> work) {
        try (ClientSession session = client.connect(config.user(), config.host(), config.port())
                .verify(config.timeout())
                .getSession()) {
            Secret password = config.password();
            if (password != null) {
                session.addPasswordIdentity(password.reveal());
            }
            keys.forEach(session::addPublicKeyIdentity);
            session.auth().verify(config.timeout());
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                return work.with(sftp);
            }
        } catch (IOException e) {
            throw SftpFailures.of(operation, config.host(), e);
        } catch (UncheckedIOException e) {
            // Thrown by the listing of a folder.
            throw SftpFailures.of(operation, config.host(), Objects.requireNonNull(e.getCause()));
        }
    }

    @Override
    public void send(OutboundDocument document) {
        String operation = "documents.send";
        session(operation, sftp -> {
            String folder = config.folders().outboxOf(document);
            make(sftp, folder);
            String target = folder + "/" + document.name();
            Long there = size(sftp, target);
            long length = document.content().length();
            if (there != null && length >= 0) {
                checkSame(operation, document, there, length);
                return true;
            }
            String part = folder + "/." + document.name() + ".part";
            long written = write(sftp, part, document);
            if (there != null) {
                // What does not say how long it is has to be read to be compared.
                remove(sftp, part);
                checkSame(operation, document, there, written);
                return true;
            }
            sftp.rename(part, target);
            return true;
        });
    }

    private static void checkSame(String operation, OutboundDocument document, long there, long length) {
        if (there != length) {
            throw DirectoryTransport.anotherThere(operation, document);
        }
    }

    /** Gives how many bytes the server has, which are all of them. */
    private static long write(SftpClient sftp, String part, OutboundDocument document) throws IOException {
        long sent;
        try (InputStream in = document.content().open();
                OutputStream out = sftp.write(
                        part, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create, SftpClient.OpenMode.Truncate)) {
            sent = in.transferTo(out);
        } catch (IOException e) {
            remove(sftp, part);
            throw e;
        }
        long length = document.content().length();
        Long written = size(sftp, part);
        if (written == null || written != sent || (length >= 0 && written != length)) {
            remove(sftp, part);
            throw new IOException("the server has " + written + " bytes");
        }
        return written;
    }

    private static void make(SftpClient sftp, String folder) throws IOException {
        StringBuilder path = new StringBuilder();
        for (String step : folder.split("/", -1)) {
            path.append(path.isEmpty() ? "" : "/").append(step);
            try {
                sftp.stat(path.toString());
            } catch (SftpException e) {
                if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    throw e;
                }
                sftp.mkdir(path.toString());
            }
        }
    }

    private static @Nullable Long size(SftpClient sftp, String path) throws IOException {
        SftpClient.Attributes about = about(sftp, path);
        return about == null ? null : (Long) about.getSize();
    }

    private static SftpClient.@Nullable Attributes about(SftpClient sftp, String path) throws IOException {
        try {
            return sftp.lstat(path);
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }

    private static void remove(SftpClient sftp, String path) throws IOException {
        try {
            sftp.remove(path);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
    }

    @Override
    public List<InboundDocument> waiting(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        return session("documents.waiting", sftp -> {
            PriorityQueue<InboundDocument> oldest = new PriorityQueue<>(DirectoryTransport.OLDEST_FIRST.reversed());
            for (SftpClient.DirEntry entry : sftp.readDir(config.folders().inbox())) {
                SftpClient.Attributes about = entry.getAttributes();
                if (about.isRegularFile() && FileName.isPlain(entry.getFilename())) {
                    oldest.add(document(entry.getFilename(), about));
                }
                if (oldest.size() > limit) {
                    oldest.poll();
                }
            }
            List<InboundDocument> out = new ArrayList<>(oldest);
            out.sort(DirectoryTransport.OLDEST_FIRST);
            return List.copyOf(out);
        });
    }

    private static InboundDocument document(String name, SftpClient.Attributes about) {
        return new InboundDocument(name, about.getSize(), about.getModifyTime().toInstant());
    }

    private String inbox(InboundDocument document) {
        return config.folders().inbox() + "/" + document.name();
    }

    @Override
    public Path fetch(InboundDocument document, Path folder) {
        Path part = folder.resolve("." + document.name() + ".part");
        return session("documents.fetch", sftp -> {
            try {
                try (InputStream in = sftp.read(inbox(document))) {
                    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                }
                return Files.move(part, folder.resolve(document.name()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    @Override
    public void finish(InboundDocument document) {
        session("documents.finish", sftp -> {
            SftpClient.Attributes there = about(sftp, inbox(document));
            if (there == null || !document.equals(document(document.name(), there))) {
                return true;
            }
            String done = config.folders().done();
            if (done == null) {
                remove(sftp, inbox(document));
                return true;
            }
            make(sftp, done);
            remove(sftp, done + "/" + document.name());
            sftp.rename(inbox(document), done + "/" + document.name());
            return true;
        });
    }

    @Override
    public void close() {
        client.stop();
    }

    @Override
    public String toString() {
        return "SftpTransport[" + config + "]";
    }
}
