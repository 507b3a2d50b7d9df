package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.page.LoggedIssues;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.wire.WireDistributor;
import dev.contentconnect.vip.wire.WireProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brand Builder of Vermont Information Processing in its own words, and the files it points to. Read only; there are no
 * credentials. Safe for several threads. Every method makes one request, and fails with
 * {@link dev.contentconnect.core.error.ConnectorException} of the kinds NotFound (no such distributor, or no Brand Builder),
 * Rejected, Forbidden, RateLimited, Unavailable, TimedOut, Undecodable and Cancelled. Rejected with the code
 * {@code inconclusive} means that the service neither has the distributor nor says that there is none; asking again gives the
 * same answer.
 *
 * <p>The service also lists {@code /styles}, whose form nobody has described; it is left out.
 */
public interface VtinfoClient extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the service
     * @return the client
     */
    static VtinfoClient create(VtinfoConfig config) {
        return new HttpVtinfoClient(config);
    }

    /**
     * Who a distributor is. That there is one does not mean that it has a portfolio.
     *
     * @param sourceCode the distributor's code
     * @return the distributor
     * @throws IllegalArgumentException when it is no code of a distributor
     */
    WireDistributor info(String sourceCode);

    /**
     * The brands of a distributor, each once.
     *
     * @param sourceCode the distributor's code
     * @param issues is told of what could not be read and is left out
     * @return in the order of the service
     * @throws IllegalArgumentException when it is no code of a distributor
     */
    List<VtinfoBrand> brands(String sourceCode, Consumer<MappingIssue> issues);

    /**
     * The brands of a distributor, each once; what could not be read is a warning in the log.
     *
     * @param sourceCode the distributor's code
     * @return in the order of the service
     * @throws IllegalArgumentException when it is no code of a distributor
     */
    default List<VtinfoBrand> brands(String sourceCode) {
        return brands(sourceCode, new LoggedIssues(VipConnector.SYSTEM, "brands.list"));
    }

    /**
     * The whole portfolio of a distributor, which comes without pages: several megabytes, thousands of products. They are
     * handed out as they arrive, so memory holds one of them. The request is made here. A portfolio that breaks off, and one
     * that says afterwards that it failed, ends with an exception; what was handed out before is then part of nothing.
     *
     * @param sourceCode the distributor's code
     * @param issues is told of products that could not be read and are left out
     * @return in the order of the service, lazily; close the stream. Belongs to one thread
     * @throws IllegalArgumentException when it is no code of a distributor
     */
    Stream<WireProduct> products(String sourceCode, Consumer<MappingIssue> issues);

    /**
     * The whole portfolio of a distributor; what could not be read is a warning in the log.
     *
     * @param sourceCode the distributor's code
     * @return in the order of the service, lazily; close the stream. Belongs to one thread
     * @throws IllegalArgumentException when it is no code of a distributor
     */
    default Stream<WireProduct> products(String sourceCode) {
        return products(sourceCode, new LoggedIssues(VipConnector.SYSTEM, "products.list"));
    }

    /**
     * Opens a file.
     *
     * @param address as the service gave it: blanks and parentheses in it are encoded here, what is encoded stays
     * @return the bytes; close it. NotFound when there is no such file any more
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code host_not_allowed}, before any
     *     request, when the file is on a host that the configuration does not name
     */
    VtinfoFile open(String address);

    /**
     * Fetches a file. It appears whole or not at all.
     *
     * @param address as the service gave it
     * @param target the file, replaced if it exists; its folder must exist
     * @return what was fetched, its digest among it
     * @throws IOException when the file cannot be written
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #open}
     */
    VtinfoDownload download(String address, Path target) throws IOException;

    /** Ends the client: later calls throw {@code IllegalStateException}. */
    @Override
    void close();
}
