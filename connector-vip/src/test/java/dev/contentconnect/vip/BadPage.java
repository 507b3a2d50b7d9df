package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.AssetQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages that shift under the reader. */
abstract class BadPage extends BadInputStage {
    private final Segment brand = Segment.brand("Pages " + key);
    private final List<SourceRef> made = new ArrayList<>();

    BadPage(Site site) {
        super(site);
    }

    private Iterator<Page<Asset>> pages(int count, int size) {
        for (int i = 0; i < count; i++) {
            made.add(create(key + "-" + i, brand).ref());
        }
        return reader().query(AssetQuery.ALL.withSegments(List.of(brand)).withPageSize(size))
                .pages()
                .iterator();
    }

    private void delete(int which) {
        vip.wordpress().media().delete(Long.parseLong(made.get(which).id()));
    }

    private static void read(Page<Asset> page, List<SourceRef> into) {
        page.items().forEach(one -> into.add(one.ref()));
    }

    @Test
    void leaveNothingOutWhenItemsVanish() {
        Iterator<Page<Asset>> pages = pages(7, 3);
        List<SourceRef> seen = new ArrayList<>();
        read(pages.next(), seen);
        delete(0);
        delete(1);
        pages.forEachRemaining(page -> read(page, seen));
        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void leaveNothingOutAndTellNothingTwiceWhenOneVanishesAndAnotherComes() {
        Iterator<Page<Asset>> pages = pages(5, 2);
        List<SourceRef> seen = new ArrayList<>();
        read(pages.next(), seen);
        delete(0);
        made.add(create(key + "-new", brand).ref());
        pages.forEachRemaining(page -> read(page, seen));
        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void endQuietlyWhenTheLastOneVanishes() {
        Iterator<Page<Asset>> pages = pages(2, 1);
        List<SourceRef> seen = new ArrayList<>();
        read(pages.next(), seen);
        delete(1);
        pages.forEachRemaining(page -> read(page, seen));
        assertThat(seen).containsExactly(made.get(0));
    }
}
