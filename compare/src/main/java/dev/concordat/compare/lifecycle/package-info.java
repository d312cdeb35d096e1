/// How long what a contract offers may be relied on: deprecation, sunset dates, levels of stability, version numbers, and
/// whether a change keeps what they promised. {@link LifecyclePolicy} and {@link VersionPolicy} are the doors.
@NullMarked
package dev.concordat.compare.lifecycle;

import org.jspecify.annotations.NullMarked;
