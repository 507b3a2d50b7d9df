package dev.contentconnect.core.report;

final class ReportPage {
    private ReportPage() {}

    static String write(String title, GovernanceReport report) {
        return title + report;
    }
}
