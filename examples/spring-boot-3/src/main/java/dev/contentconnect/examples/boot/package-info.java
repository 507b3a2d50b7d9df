/** ContentConnect in a Spring Boot application; the same source runs on Spring Boot 3 and 4. */
package dev.contentconnect.examples.boot;
