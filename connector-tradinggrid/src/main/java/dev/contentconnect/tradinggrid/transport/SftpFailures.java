package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.tradinggrid.map.Meaning;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** What went wrong on the way to an SFTP server, in the kinds a flow knows. */
final class SftpFailures {
    private SftpFailures() {}

    static ConnectorException of(String operation, String host, IOException e) {
        String code = e instanceof SftpException sftp
                ? SftpConstants.getStatusName(sftp.getStatus())
                : e.getClass().getSimpleName();
        Trace trace = new Trace(
                Meaning.SYSTEM, operation, host, 0, code, String.valueOf(e.getMessage()), null, 1, Delivery.UNKNOWN);
        // One kind of an interrupted read is that nothing came in time; nobody interrupted us then.
        if ((e instanceof InterruptedIOException && !isLate(e))
                || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            return new ConnectorException(new ConnectorError.Cancelled(trace), e);
        }
        return new ConnectorException(error(trace, e), e);
    }

    private static boolean isLate(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof TimeoutException;
    }

    private static ConnectorError error(Trace trace, IOException e) {
        if (e instanceof SftpException sftp) {
            return switch (sftp.getStatus()) {
                case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                    new ConnectorError.NotFound(trace);
                case SftpConstants.SSH_FX_PERMISSION_DENIED -> new ConnectorError.Forbidden(trace);
                case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS -> new ConnectorError.Conflict(trace);
                default -> new ConnectorError.Unavailable(trace, null);
            };
        }
        int reason = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        boolean refused = reason == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                || reason == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE;
        if (refused) {
            return new ConnectorError.Unauthenticated(trace);
        }
        return isLate(e) ? new ConnectorError.TimedOut(trace) : new ConnectorError.Unavailable(trace, null);
    }
}
