package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.tradinggrid.wire.WireAnnotation;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireTradingPartner;
import java.util.List;

/** Cartographer's maps and the remarks on them: {@code /cartographer/mp/v1}. Read only. */
public interface Maps {
    /**
     * The solutions of the company.
     *
     * @return their ids
     */
    List<String> solutions();

    /**
     * The maps of a solution. Lazy.
     *
     * @param solution its id
     * @return the maps
     */
    Paged<WireCompany> maps(String solution);

    /**
     * Who uses a map.
     *
     * @param solution the id of the solution
     * @param map the id of the map
     * @return the partners
     */
    List<WireTradingPartner> tradingPartners(String solution, String map);

    /**
     * What was said about a map.
     *
     * @param solution the id of the solution
     * @param map the id of the map
     * @return the remarks with their replies
     */
    List<WireAnnotation> annotations(String solution, String map);
}
