package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be published together, and for whom.
 *
 * @param id identifies the package
 * @param title what people call it
 * @param folder the input folder
 * @param files names in that folder
 * @param regions where it is to be seen, ISO 3166-1 countries
 * @param channels how it is to be seen
 */
record Launch(String id, String title, String folder, List<String> files, List<String> regions, List<String> channels) {

    /** Everything here is published. */
    static final List<Launch> CAMPAIGN = List.of(
            new Launch(
                    "alps",
                    "Ridge campaign, Alps",
                    "campaign",
                    List.of("ridge-hero.jpg", "teaser.mp4"),
                    List.of("DE", "AT", "CH"),
                    List.of("web", "social")),
            new Launch(
                    "nordics",
                    "Lantern campaign, Nordics",
                    "campaign",
                    List.of("lantern-evening.jpg"),
                    List.of("SE", "NO", "FI", "DK"),
                    List.of("web", "social")),
            new Launch(
                    "east-asia",
                    "Badge, East Asia",
                    "campaign",
                    List.of("badge.png"),
                    List.of("JP", "KR"),
                    List.of("web", "print")),
            new Launch(
                    "catalogue",
                    "Lookbook and size chart",
                    "campaign",
                    List.of("lookbook.pdf", "size-chart.png"),
                    List.of("DE", "FR", "GB"),
                    List.of("web", "print")));

    /** Nothing here is published, each for another reason. */
    static final List<Launch> REFUSED = List.of(
            refused("portrait", "Summit portrait", "summit-portrait.jpg"),
            refused("winter-sale", "Winter offer", "winter-offer.png"),
            refused("draft", "Untagged draft", "untagged.png"));

    private static Launch refused(String id, String title, String file) {
        return new Launch(id, title, "refused", List.of(file), List.of("DE"), List.of("web"));
    }

    List<Segment> audience() {
        List<Segment> audience = new ArrayList<>();
        regions.forEach(region -> audience.add(Segment.region(region)));
        channels.forEach(channel -> audience.add(Segment.channel(channel)));
        audience.add(new Segment(SegmentKind.AGENCY, "Studio Quillfeather"));
        return audience;
    }
}
