package dev.concordat.cli.packaging;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Classes of old compilers as those of Java 8 are written: with frames, so that the JVM can check them ahead of time and keep
/// them in its cache. The code stays as it is, but for {@link AbsentNames}.
final class NewerClasses {
  /// Older class files have no frames (JVM specification, section 4.10.1), and no ahead-of-time cache holds them.
  private static final int OLDEST_WITH_FRAMES = ClassFile.JAVA_6_VERSION;

  private static final int MAGIC_AND_MINOR_BYTES = 6;

  private final ClassFile files;

  /// @param all classes by the names of their files, to find what they extend
  NewerClasses(Map<String, byte[]> all) {
    this.files =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> file(type, all))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static @Nullable ByteArrayInputStream file(ClassDesc type, Map<String, byte[]> all) {
    String descriptor = type.descriptorString();
    byte[] found = all.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
    return found == null ? null : new ByteArrayInputStream(found);
  }

  /// Whether a class file is too old to be kept.
  static boolean isOld(byte[] file) {
    return file.length > MAGIC_AND_MINOR_BYTES + 1
        && (((file[MAGIC_AND_MINOR_BYTES] & 0xff) << 8) | (file[MAGIC_AND_MINOR_BYTES + 1] & 0xff))
            < OLDEST_WITH_FRAMES;
  }

  /// The same class as Java 8 writes it; as it was, where that cannot be checked, for example because it refers to classes that
  /// are not there.
  byte[] newer(byte[] file) {
    try {
      ClassModel old = files.parse(file);
      ClassTransform withFrames =
          ClassTransform.transformingMethodBodies(
              CodeTransform.ofStateful(() -> new AbsentNames(NewerClasses.class.getClassLoader())));
      ClassTransform withVersion =
          (builder, element) ->
              builder.with(
                  element instanceof ClassFileVersion
                      ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                      : element);
      byte[] made = files.transformClass(old, withFrames.andThen(withVersion));
      return files.verify(made).isEmpty() ? made : file;
    } catch (IllegalArgumentException unresolved) {
      return file;
    }
  }
}
