/** Tests of the mappers. */
package dev.contentconnect.xecm.map;
