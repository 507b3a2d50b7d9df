package dev.contentconnect.core.report;

import java.time.LocalDate;

/**
 * Cases in one stretch of time.
 *
 * @param from its first day
 * @param opened how many began
 * @param closed how many ended, of those whose beginning is known
 * @param backlog how many were open at its end
 */
public record TrendPoint(LocalDate from, long opened, long closed, long backlog) {}
