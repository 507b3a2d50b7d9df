/**
 * What a connector is and what it can do: {@link dev.contentconnect.core.spi.Connector} and one small interface a
 * capability.
 *
 * <p>Capability methods that talk to a system throw {@link dev.contentconnect.core.error.ConnectorException}; all are safe
 * for use by several threads; a method names in its own words when the network is touched, otherwise every call is one or
 * more requests.
 *
 * <p><b>Identities.</b> What a method works on is named by its identity in this system: one of another system is refused with
 * {@link java.lang.IllegalArgumentException} before any request is made, also where it is a part of what is to be written. What
 * is only told of, such as the subject of a case or the origin of an asset, may be of any system.
 *
 * <p><b>Keys.</b> Methods that create something take a key chosen by the caller: the same key twice gives one object, also
 * when the first call broke off half-way. A key is any text that is not blank; letter case counts. It is unique among what
 * one method of one capability makes in one system: among cases, among workspaces of a type, among the versions of one
 * asset or the comments on one object. The first call decides: a later one with the same key and other contents finds
 * what the first one made and changes nothing. The key is kept where the system can find it again, so that another
 * process, or the same one after a crash, finds it too; a connector that cannot do this says so in its notes. What was
 * deleted is made anew.
 *
 * <p><b>What a system lacks.</b> A capability that is there in part names the missing methods and parts in
 * {@link dev.contentconnect.core.spi.CapabilityDescription}, and refuses them through
 * {@link dev.contentconnect.core.spi.NotOffered} before any request is made. So does a part of a query that the system
 * cannot narrow by: it is neither ignored nor looked at on our side, which would read everything to find a little. A part
 * of something to be written that the system has no place for is refused too, except descriptive metadata of assets, which
 * are left out: what a method returns is what the system has afterwards.
 *
 * <p><b>Persons.</b> Where a call names on whose behalf it is made and the system knows only the user of the credential,
 * the person is named in the text that goes with it.
 */
@NullMarked
package dev.contentconnect.core.spi;

import org.jspecify.annotations.NullMarked;
