/**
 * Connector for the OpenText Workflow Service, API {@code /workflow/v1} and {@code /workflow-history/v1}.
 *
 * @see <a href="https://developer.opentext.com/">OpenText developer site</a>
 */
@NullMarked
package dev.contentconnect.workflow;

import org.jspecify.annotations.NullMarked;
