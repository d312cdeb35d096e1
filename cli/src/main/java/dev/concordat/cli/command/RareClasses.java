package dev.concordat.cli.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;

/// Loads the classes of a package, those too that no command of the training comes by.
final class RareClasses {
  private static final String CLASS = ".class";

  private RareClasses() {}

  /// Loads what is in the package of a class, if that stands in a jar. Nothing is initialised.
  ///
  /// @return how many there are
  /// @throws IOException if the jar cannot be read
  static int load(Class<?> one) throws IOException {
    String folder = one.getPackageName().replace('.', '/') + "/";
    int count = 0;
    for (String jar : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      if (jar.endsWith(".jar")) {
        count += load(folder, new File(jar), one.getClassLoader());
      }
    }
    return count;
  }

  private static int load(String folder, File jar, ClassLoader loader) throws IOException {
    List<String> names;
    try (JarFile file = new JarFile(jar)) {
      names =
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(folder) && name.endsWith(CLASS))
              .filter(name -> name.indexOf('/', folder.length()) < 0)
              .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
              .filter(name -> !name.endsWith("package-info"))
              .toList();
    }
    for (String name : names) {
      try {
        Class.forName(name, false, loader);
      } catch (ClassNotFoundException e) {
        throw new IOException(name + " cannot be loaded from " + jar, e);
      }
    }
    return names.size();
  }
}
