package io.wenliu.localstack.launcher;

import org.jspecify.annotations.Nullable;

/// One article as the demo's table shows it; empty where the page does not say.
///
/// @param date ISO, or `--MM-DD` where the year is open
/// @param seconds from push to searchable; null where it was searchable before
record ArticleRow(
    String headline,
    String byline,
    String newspaper,
    String date,
    String page,
    @Nullable Double seconds) {}
