package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import java.util.List;
import java.util.Optional;

/**
 * Carries files to partners. Trading Grid publishes no call that takes a payload: files go through the transport that is
 * agreed with the network, such as SFTP, and show in its tracking later. Which transport that is the host says.
 */
public interface PartnerFiles {

    /**
     * Hands a file over for a partner who may have it. The same name again goes out once.
     *
     * @param name its file name, which identifies it in the network: other contents or another partner, another name
     * @param partner to whom
     * @param segments the audiences whose content it is, at least one; the partner belongs to all of them
     * @param content the bytes; opened only where they are sent
     * @return how far it got; nothing while the network does not show it
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, with the code {@code not_entitled} for a partner who
     *     may not have it, and nothing was sent; Conflict where the name is that of another file; NotFound, Unavailable,
     *     TimedOut and others of the transport
     */
    Optional<Delivery> send(String name, SourceRef partner, List<Segment> segments, Content content);

    /**
     * Follows a file that was handed over.
     *
     * @param name its file name
     * @param partner to whom it went
     * @return how far it got; nothing while the network does not show it
     * @throws dev.contentconnect.core.error.ConnectorException NotFound for a partner whom the network does not know any more,
     *     Rejected with the code {@code no_address} for one who cannot be reached any more; RateLimited, Unauthenticated,
     *     Forbidden, Unavailable, TimedOut, Undecodable
     */
    Optional<Delivery> track(String name, SourceRef partner);
}
