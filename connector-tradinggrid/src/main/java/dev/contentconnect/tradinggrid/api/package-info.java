/** Trading Grid's services in their own words. */
@NullMarked
package dev.contentconnect.tradinggrid.api;

import org.jspecify.annotations.NullMarked;
