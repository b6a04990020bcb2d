//! Compiles the gazetteer and lists every file under `data/` for embedding, so that a new language or table is found without a line of code.
//!
//! In: the folder `data/`. Out: `$OUT_DIR/embedded.rs` with one `(path, bytes)` pair a file, sorted by path.
//! `data/articles` is the sample corpus and is not embedded. `$OUT_DIR/gazetteer.bin` is the image of data/gazetteer/*.ron.

#[path = "lexicon/gazetteer/compile.rs"]
#[allow(
    dead_code,
    missing_docs,
    reason = "shared with the library, which uses and documents all of it"
)]
mod compile;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(
        std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"),
    )
    .join("data");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut code = String::from("static EMBEDDED: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let name = file
            .strip_prefix(&root)
            .expect("collected below the root")
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            code,
            "    ({name:?}, include_bytes!({:?})),",
            file.display().to_string()
        )
        .expect("writing to a string");
    }
    code.push_str("];\n");
    let out =
        PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("embedded.rs");
    std::fs::write(&out, code).expect("the build folder is writable");
    gazetteer(&root.join("gazetteer"), &files);
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/lexicon/gazetteer/compile.rs");
}

/// Compiles the tables of `folder`; a broken table stops the build with file, line and column.
fn gazetteer(folder: &Path, files: &[PathBuf]) {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let inflections_path = folder.join("inflections.ron");
    let read = |path: &Path| std::fs::read(path).expect("a listed file is readable");
    let inflections = options
        .from_bytes(&read(&inflections_path))
        .unwrap_or_else(|error| panic!("{}:{error}", inflections_path.display()));
    let tables: Vec<compile::Table> = files
        .iter()
        .filter(|f| f.parent() == Some(folder) && **f != inflections_path)
        .map(|path| {
            options
                .from_bytes(&read(path))
                .unwrap_or_else(|error| panic!("{}:{error}", path.display()))
        })
        .collect();
    let image = compile::image(&tables, &inflections)
        .unwrap_or_else(|error| panic!("{}: {}: {}", folder.display(), error.entry, error.message));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    std::fs::write(out.join("gazetteer.bin"), image).expect("the build folder is writable");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_none_or(|n| n != "articles") {
                collect(&path, files);
            }
        } else if path
            .extension()
            .is_some_and(|e| e == "ron" || e == "txt" || e == "bin" || e == "zst")
        {
            files.push(path);
        }
    }
}
