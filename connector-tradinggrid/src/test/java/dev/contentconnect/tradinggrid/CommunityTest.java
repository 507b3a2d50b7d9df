package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.tradinggrid.wire.WireUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommunityTest {
    private static final String USERS = "/TGCommunityServices/v1/companies/" + TradingGridSandbox.COMPANY + "/users";

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void readsBareListsAndListsWithinAnObject() {
        tenant.sandbox.user("ida@acme.example", "Account Admin");
        tenant.sandbox.partner("Verona Vittles", "Active", null, null);
        for (int i = 0; i < 2; i++) {
            assertThat(tenant.client().community().users())
                    .extracting(WireUser::loginId)
                    .containsExactly("ida@acme.example");
            assertThat(tenant.client().community().partners()).hasSize(1);
            assertThat(tenant.client().community().entitlements()).hasSize(1);
            tenant.sandbox.wrapLists();
        }
        assertThat(tenant.client().community().company().text("companyName")).isEqualTo("Acme");
    }

    @Test
    void passesOverWhatIsNoObjectInAList() {
        tenant.sandbox.failNext(
                1, "GET", USERS, Fault.reply(SandboxResponse.json(List.of(7, Map.of("userId", "GCP1"), "x"))));
        assertThat(tenant.client().community().users()).extracting(WireUser::id).containsExactly("GCP1");
    }

    @Test
    void makesAUserWithFlagsThatAreWords() {
        String id = tenant.client()
                .community()
                .create(Map.of(
                        "loginId",
                        "new@acme.example",
                        "isConsentClause",
                        true,
                        "contactInformation",
                        Map.of("phoneNumberExtention", "12")));
        assertThat(tenant.sandbox.userMembers(id)).containsEntry("isConsentClause", "Yes");
        assertThat(tenant.client().community().userByLogin("new@acme.example").map(WireUser::id))
                .contains(id);
        assertThat(tenant.client().community().userByLogin("another@acme.example"))
                .isEmpty();
    }

    @Test
    void changesAndDeletesByIdOnly() {
        String id = tenant.sandbox.user("ida@acme.example");
        tenant.client().community().update(id, Map.of("address", Map.of("city", "Graz")));
        assertThat(tenant.sandbox.userMembers(id)).containsKey("address").containsKey("firstName");
        tenant.sandbox.clearRequests();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.client().community().delete("ida@acme.example"));
        assertThat(tenant.sandbox.requests()).isEmpty();
        tenant.client().community().delete(id);
        assertThat(tenant.sandbox.hasUser(id)).isFalse();
    }

    @Test
    void asksForRolesByTheLoginOfTheMoment() {
        String id = tenant.sandbox.user("ida@acme.example", "Lens Standard role");
        assertThat(tenant.client().community().roles(id)).containsExactly("Lens Standard role");
        tenant.sandbox.changeLogin(id, "ida.gruen@acme.example");
        assertThat(tenant.client().community().roles(id)).containsExactly("Lens Standard role");
        assertThat(tenant.client().community().entitlements(id)).hasSize(1);
    }

    @Test
    void looksOnceMoreWhenTheLoginChangesInBetween() {
        String id = tenant.sandbox.user("ida@acme.example", "Lens Standard role");
        tenant.sandbox.beforeRoles(() -> tenant.sandbox.changeLogin(id, "ida.gruen@acme.example"));
        assertThat(tenant.client().community().roles(id)).containsExactly("Lens Standard role");
    }

    @Test
    void givesRolesOnceWhateverTheirLetters() {
        String id = tenant.sandbox.user("ida@acme.example", "Lens Standard Role");
        assertThat(tenant.client().community().addRoles(id, List.of("lens standard role", "TGMS Reports")))
                .containsExactly("Lens Standard Role", "TGMS Reports");
        assertThat(tenant.client().community().addRoles(id, List.of("TGMS REPORTS")))
                .hasSize(2);
        assertThat(tenant.sandbox.requests("PUT", USERS)).hasSize(1);
    }

    @Test
    void saysThatARoleWasNotTaken() {
        String id = tenant.sandbox.user("ida@acme.example");
        tenant.sandbox.dropRoles();
        var failure = failure(() -> tenant.client().community().addRoles(id, List.of("No such role")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(code(failure)).isEqualTo("silently_dropped");
    }

    @Test
    void saysWhatTheGatewaySaid() {
        for (Object body : List.of(
                Map.of(
                        "fault",
                        Map.of(
                                "faultstring",
                                "Spike arrest",
                                "detail",
                                Map.of("errorcode", "policies.ratelimit.SpikeArrestViolation"))),
                Map.of("ErrorCode", "policies.ratelimit.QuotaViolation", "Error", "Quota"))) {
            tenant.sandbox.failNext(3, "GET", USERS, Fault.reply(SandboxResponse.json(500, body)));
            var failure = failure(() -> tenant.client().community().users());
            assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
            assertThat(code(failure)).startsWith("policies.ratelimit.");
        }
    }
}
