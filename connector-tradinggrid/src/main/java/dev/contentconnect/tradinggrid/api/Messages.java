package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.tradinggrid.wire.WireJob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenText Messaging: {@code /mra/v1}. The service does not say whether it drops the same message sent twice, so a message
 * whose answer was lost is not sent again.
 */
public interface Messages {
    /**
     * Sends an e-mail.
     *
     * @param email the e-mail
     * @param submitId identifies the request in the service's own records, or null
     * @return the id of the job
     */
    String send(Email email, @Nullable String submitId);

    /**
     * Sends an SMS.
     *
     * @param text what it says
     * @param customerReference what comes back with the status
     * @param destinations to whom
     * @param submitId identifies the request in the service's own records, or null
     * @return the id of the job
     */
    String sendSms(
            String text, String customerReference, List<Email.Destination> destinations, @Nullable String submitId);

    /**
     * How far an e-mail came.
     *
     * @param job the id of the job
     * @return its status; names are as the service sends them, some in base64
     * @throws dev.contentconnect.core.error.ConnectorException NotFound and the like
     */
    WireJob emailStatus(String job);

    /**
     * How far an SMS came.
     *
     * @param job the id of the job
     * @return its status
     * @throws dev.contentconnect.core.error.ConnectorException NotFound and the like
     */
    WireJob smsStatus(String job);
}
