package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;

/** Roles of workspaces and their members: adding one twice is an error, and so is taking out one that is not in it. */
final class TeamRoutes {
    /** The one role that each workspace has. */
    static final long ROLE = 501;

    private final Vault vault;

    TeamRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/businessworkspaces/{id}/roles", this::roles);
        sandbox.on("POST", "/v2/businessworkspaces/{id}/roles/{role}/members", this::addMember);
        sandbox.on("DELETE", "/v2/businessworkspaces/{id}/roles/{role}/members/{member}", this::removeMember);
    }

    private SandboxResponse roles(SandboxRequest request) {
        List<Object> results = new ArrayList<>();
        vault.workspace(request.parameter("id"))
                .workspace
                .roles
                .forEach((id, members) -> results.add(map(
                        "data",
                        map(
                                "properties", map("id", id, "name", "Team", "leader", true),
                                "members",
                                        members.stream()
                                                .map(one -> map("id", one, "type", 0))
                                                .toList()))));
        return SandboxResponse.json(map("results", results));
    }

    private List<Long> members(SandboxRequest request) {
        List<Long> found =
                vault.workspace(request.parameter("id")).workspace.roles.get(Vault.id(request.parameter("role")));
        if (found == null) {
            throw Refusal.invisible();
        }
        return found;
    }

    private SandboxResponse addMember(SandboxRequest request) {
        List<Long> members = members(request);
        long member = Vault.id(Form.of(request).body().get("id"));
        if (members.contains(member)) {
            throw new Refusal(400, "The member already exists in this role.");
        }
        members.add(member);
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse removeMember(SandboxRequest request) {
        if (!members(request).remove((Long) Vault.id(request.parameter("member")))) {
            throw new Refusal(500, "The member is not in this role.");
        }
        return SandboxResponse.json(map("results", map()));
    }
}
