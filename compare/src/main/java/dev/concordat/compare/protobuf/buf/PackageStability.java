package dev.concordat.compare.protobuf.buf;

import com.google.re2j.Pattern;

/// Packages whose last part is a version that promises nothing yet: `shop.v1alpha1`, `shop.v2p1beta3`, `shop.v1test`.
final class PackageStability {
  private static final Pattern UNSTABLE =
      Pattern.compile(
          ".+\\.v0*[1-9][0-9]{0,9}"
              + "(test[^.]*|(p0*[1-9][0-9]{0,9})?(alpha|beta)(0*[1-9][0-9]{0,9})?)");

  private PackageStability() {}

  static boolean isUnstable(String packageName) {
    return UNSTABLE.matches(packageName);
  }
}
