package dev.contentconnect.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some service, that did something.
 *
 * @param id how the system names them, often an e-mail address; never blank
 * @param name how people name them, if known
 * @param role in what capacity they acted, for example {@code legal}, if known
 */
public record Actor(
        String id, @Nullable String name, @Nullable String role) {

    /**
     * Makes an actor.
     *
     * @param id how the system names them, often an e-mail address; never blank
     * @param name how people name them, if known
     * @param role in what capacity they acted, for example {@code legal}, if known
     * @throws IllegalArgumentException when {@code id} is blank
     */
    public Actor {
        Words.word(id, "id");
    }

    /**
     * An actor of whom only the id is known.
     *
     * @param id how the system names them
     * @return the actor
     */
    public static Actor of(String id) {
        return new Actor(id, null, null);
    }
}
