package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.sandbox.VipSandbox;

/** What happens to the sandbox. */
record SandboxSite(VipSandbox sandbox, FakeClock clock) implements Site {
    @Override
    public Library library() {
        return new Library(sandbox.endpoint(), user -> VipSandbox.PASSWORD, clock);
    }

    @Override
    public void profile(boolean installed) {
        sandbox.profile(installed);
    }

    @Override
    public void olderProfile() {
        sandbox.type("distributions", false);
    }

    @Override
    public void passwords(boolean valid) {
        sandbox.applicationPasswords(valid);
    }

    @Override
    public void deleteTerm(String base, String name) {
        sandbox.deleteTerm(base, name);
    }

    @Override
    public void dropTerms(boolean on) {
        sandbox.dropTerms(on);
    }

    @Override
    public void review(boolean on) {
        sandbox.review(on);
    }

    @Override
    public void permalinks(boolean on) {
        sandbox.permalinks(on);
    }

    @Override
    public void deleteFile(SourceRef attachment) {
        sandbox.deleteFile(attachment.id());
    }

    @Override
    public void maintenance(boolean on) {
        sandbox.maintenance(on);
    }

    @Override
    public void database(boolean up) {
        sandbox.database(up);
    }

    @Override
    public void closeTable(String name) {
        sandbox.closeTable(name);
    }

    @Override
    public void missDate(SourceRef item) {
        sandbox.missDate(item.id());
    }

    @Override
    public void runCron() {
        sandbox.cron(true);
    }

    @Override
    public void age(SourceRef attachment) {
        sandbox.age(attachment.id());
    }

    @Override
    public void heal() {
        sandbox.profile(true);
        sandbox.dropTerms(false);
        sandbox.review(false);
        sandbox.permalinks(true);
        sandbox.type("distributions", true);
        sandbox.applicationPasswords(true);
        sandbox.database(true);
        sandbox.cron(true);
        sandbox.closeTable("");
        sandbox.webLimit(Integer.MAX_VALUE);
        sandbox.clearFaults();
    }
}
