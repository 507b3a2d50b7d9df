package dev.contentconnect.bench.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Lets contenders take turns, and tells how many transactions each commits in a second. */
final class Race {
    private final String database;
    private final int rounds;
    private final Duration turn;
    private final List<Entrant> entrants = new ArrayList<>();

    Race(String database, int rounds, Duration turn) {
        this.database = database;
        this.rounds = rounds;
        this.turn = turn;
    }

    /** The first is the one that the others are compared with. */
    void enter(String name, Contender contender) {
        entrants.add(new Entrant(name, contender));
    }

    /** Runs it, and closes the contenders; one row of a table for each. */
    String run() throws SQLException {
        List<Entrant> order = new ArrayList<>(entrants);
        // One round more, to warm up.
        for (int round = 0; round <= rounds; round++) {
            for (Entrant each : order) {
                double rate = each.run(turn);
                if (round > 0) {
                    each.rates.add(rate);
                }
            }
            Collections.rotate(order, 1);
        }
        StringBuilder rows = new StringBuilder();
        for (Entrant each : entrants) {
            rows.append(row(each));
            each.contender.close();
        }
        return rows.toString();
    }

    private String row(Entrant entrant) {
        List<Double> first = entrants.get(0).rates;
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            ratios.add(entrant.rates.get(i) / first.get(i));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f |%n",
                database,
                entrant.name,
                median(entrant.rates),
                median(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static final class Entrant {
        private final String name;
        private final Contender contender;
        private final List<Double> rates = new ArrayList<>();
        private long number;

        Entrant(String name, Contender contender) {
            this.name = name;
            this.contender = contender;
        }

        double run(Duration turn) throws SQLException {
            long from = number;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < turn.toNanos()) {
                contender.commit(++number);
            }
            return (number - from) * 1e9 / (System.nanoTime() - begin);
        }
    }
}
