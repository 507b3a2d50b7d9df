/**
 * What the audit trail tells people: files for auditors, and figures and a page for those who answer for the work.
 *
 * <p>{@link dev.contentconnect.core.report.TrailExport} writes the trail to a file and
 * {@link dev.contentconnect.core.report.TrailFile} reads and checks it elsewhere.
 * {@link dev.contentconnect.core.report.GovernanceReport} goes through the events once, with memory that does not grow with
 * the length of the history.
 */
@NullMarked
package dev.contentconnect.core.report;

import org.jspecify.annotations.NullMarked;
