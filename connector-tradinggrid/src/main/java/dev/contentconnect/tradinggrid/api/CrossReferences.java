package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.wire.WireHeaderConfig;
import dev.contentconnect.tradinggrid.wire.WireXrefEntity;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Cartographer's cross-reference tables: {@code /cartographer/xref/v1}. Rows are held against the columns of their table
 * before they are written; a row that does not fit is Rejected with the code {@code header_config}, before any write.
 */
public interface CrossReferences {
    /**
     * The tables of a solution. Lazy.
     *
     * @param solution its id
     * @return the tables
     */
    Paged<WireXrefEntity> entities(String solution);

    /**
     * What a table takes.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @return its columns
     */
    WireHeaderConfig headers(String solution, String entity);

    /**
     * All rows of a table. Lazy.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @return the rows
     */
    Paged<WireXrefEntry> rows(String solution, String entity);

    /**
     * Rows in which a word stands. Lazy.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param word the word
     * @return the rows
     */
    Paged<WireXrefEntry> search(String solution, String entity, String word);

    /**
     * A row.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param key its key
     * @return the row, or nothing
     */
    Optional<WireXrefEntry> row(String solution, String entity, String key);

    /**
     * Writes a row, a new one or over the one that is there.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param key its key
     * @param values index to value; an empty one clears it
     * @return the row afterwards
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code header_config} or
     *     {@code read_only}, Conflict when somebody else reserved the table, and the like
     */
    WireXrefEntry write(String solution, String entity, String key, Map<Integer, String> values);

    /**
     * Takes a row away; one that is not there changes nothing.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param key its key
     */
    void delete(String solution, String entity, String key);

    /**
     * Reserves a table or lets it go.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param action the word the service takes; which words it takes is not published
     */
    void state(String solution, String entity, String action);

    /**
     * The whole table as the file the service makes of it.
     *
     * @param solution the id of the solution
     * @param entity the name of the table
     * @param target where it goes
     * @return bytes
     * @throws IOException when the file cannot be written
     */
    long export(String solution, String entity, Path target) throws IOException;
}
