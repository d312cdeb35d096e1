package dev.concordat.cli.packaging;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The classes of a jar, of which the JVM would make parts at run time: lambdas, which of several types a value has, and whether
/// two records are equal. Those parts are written into the jar instead. Why: `docs/decisions/0023-lambdas-are-written-as-classes.md`.
final class PlainCode {
  private static final String CLASS = ".class";

  private final ClassFile files;
  private final Map<String, byte[]> written = new HashMap<>();
  private final Map<ClassDesc, List<ClassDesc>> nests = new HashMap<>();

  /// @param classes finds what the classes refer to
  PlainCode(ClassLoader classes) {
    this.files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()));
  }

  /// Those that are written anew, and those that are new, by the names of their files. A class that cannot be checked afterwards,
  /// for example because it refers to classes that are not there, stays as it is.
  Map<String, byte[]> plain(Map<String, byte[]> entries) {
    entries.forEach(
        (name, file) -> {
          if (name.endsWith(CLASS)) {
            change(name, file);
          }
        });
    nests.forEach(
        (nest, members) -> {
          String name = file(nest);
          byte[] known = written.getOrDefault(name, entries.getOrDefault(name, new byte[0]));
          written.put(name, widened(known, members));
        });
    return written;
  }

  private void change(String name, byte[] file) {
    try {
      ClassModel old = files.parse(file);
      var plain = new PlainClass(files, old);
      Optional<byte[]> changed = plain.changed().filter(made -> files.verify(made).isEmpty());
      if (changed.isPresent()) {
        written.put(name, changed.get());
        plain
            .functions()
            .forEach(
                (type, made) -> {
                  written.put(file(type), made);
                  nests.computeIfAbsent(plain.nest(), nest -> new ArrayList<>()).add(type);
                });
      }
    } catch (IllegalArgumentException unresolved) {
      // It stays as it is.
      return;
    }
  }

  /// A class that stands for a nest, with more members.
  private byte[] widened(byte[] file, List<ClassDesc> members) {
    ClassModel old = files.parse(file);
    List<ClassDesc> all = new ArrayList<>();
    old.findAttribute(Attributes.nestMembers())
        .ifPresent(known -> known.nestMembers().forEach(each -> all.add(each.asSymbol())));
    all.addAll(members);
    return files.transformClass(
        old,
        ClassTransform.dropping(NestMembersAttribute.class::isInstance)
            .andThen(
                ClassTransform.endHandler(made -> made.with(NestMembersAttribute.ofSymbols(all)))));
  }

  private static String file(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + CLASS;
  }
}
