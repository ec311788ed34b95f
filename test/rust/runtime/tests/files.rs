//! Files on their way to a service and back (1.9).

mod support;

use std::convert::Infallible;
use std::path::PathBuf;

use heddle_runtime_tests::runtime::{
    Checks, Draft, Encode, Error, FileInput, ObjectWriter, Operation, Read, Result, Writer, bytes,
    nothing,
};
use support::Script;
use support::reader::{Answer, Given, Reader};

static SEND: Operation = Operation::new("files.send", "PUT", "/files");
static GET: Operation = Operation::new("files.get", "GET", "/files");

const DONE: Read<()> = nothing;

fn done(status: u16) -> Answer {
    (status, None, Vec::new())
}

fn stream(pieces: &[&'static str]) -> FileInput {
    let pieces = pieces.iter().copied().map(Ok::<_, Infallible>);
    FileInput::stream(Given::of(pieces.collect::<Vec<_>>()))
}

/// A file of the disk, which is gone with the test.
struct OnDisk(PathBuf);

impl OnDisk {
    fn new(name: &str, content: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("heddle-files-{}", std::process::id()));
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("a.csv");
        std::fs::write(&path, content).expect("a file");
        Self(path)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let folder = self.0.parent().expect("a folder");
        std::fs::remove_dir_all(folder).expect("no folder");
    }
}

async fn sent(reader: &Reader, fill: impl FnOnce(&mut Draft)) -> Result<()> {
    let client = reader.client(&Script::default());
    let mut draft = Draft::new(&client, &SEND);
    fill(&mut draft);
    draft.call(DONE).send().await
}

fn rule(error: &Error) -> String {
    match error {
        Error::InvalidRequest(error) => error.violations()[0].to_string(),
        other => panic!("{other} is no refusal"),
    }
}

#[tokio::test]
async fn a_file_of_the_disk_is_read_anew_for_each_attempt() {
    let reader = Reader::new([done(503), done(204)]);
    let file = OnDisk::new("anew", "a;b");
    sent(&reader, |draft| draft.bytes(FileInput::path(&file.0)))
        .await
        .expect("an answer");
    let read = reader.read.lock().unwrap();
    let each = (Some("3".to_owned()), Ok("a;b".to_owned()));
    assert_eq!(*read, [each.clone(), each]);
}

#[tokio::test]
async fn a_file_that_is_not_there_is_refused_before_anything_is_sent() {
    let reader = Reader::new([]);
    let missing = FileInput::path("/nowhere/a.csv");
    let error = sent(&reader, |draft| draft.bytes(missing)).await;
    let words = rule(&error.expect_err("no answer"));
    assert!(words.contains("/nowhere/a.csv"), "{words}");
}

#[tokio::test]
async fn a_stream_has_the_size_that_was_told() {
    for (size, told) in [(3, true), (2, false), (4, false)] {
        let reader = Reader::new([done(204)]);
        let file = stream(&["a;", "", "b"]).size(size);
        let answer = sent(&reader, |draft| draft.bytes(file)).await;
        let read = reader.read.lock().unwrap();
        assert_eq!(read[0].0, Some(size.to_string()));
        assert_eq!((answer.is_ok(), read[0].1.is_ok()), (told, told), "{size}");
        assert_eq!(read.len(), 1, "what was read cannot be sent again");
    }
}

#[tokio::test]
async fn what_was_read_by_one_call_is_refused_by_the_next() {
    let reader = Reader::new([done(204)]);
    let file = stream(&["a"]);
    let again = file.clone();
    sent(&reader, |draft| draft.bytes(file))
        .await
        .expect("an answer");
    let error = sent(&reader, |draft| draft.bytes(again)).await;
    let words = rule(&error.expect_err("no answer"));
    assert_eq!(words, "body must be a file that has not been read already");
}

#[tokio::test]
async fn an_error_of_a_stream_ends_the_call() {
    let reader = Reader::new([done(204)]);
    let pieces = vec![Ok("a"), Err("the disk is gone")];
    let file = FileInput::stream(Given::of(pieces));
    let error = sent(&reader, |draft| draft.bytes(file)).await;
    let error = error.expect_err("no answer");
    assert!(error.to_string().contains("the disk is gone"), "{error}");
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_media_type_that_no_header_has_is_refused() {
    let file = FileInput::bytes("a").content_type("text/plain\r\nx: y");
    let error = sent(&Reader::new([]), |draft| draft.bytes(file)).await;
    let words = rule(&error.expect_err("no answer"));
    assert!(words.contains("media type"), "{words}");
}

#[test]
fn nobody_prints_what_is_in_a_file() {
    let printed = format!("{:?}", FileInput::bytes("SECRET").name("a.txt"));
    assert!(
        printed.contains("6 bytes") && printed.contains("a.txt"),
        "{printed}"
    );
    assert!(!printed.contains("SECRET"), "{printed}");
}

/// An object with a file in it, and with a variant of a union beside it.
struct Upload(FileInput);

impl Encode for Upload {
    fn encode(&self, out: &mut Writer) {
        let mut object = out.object();
        object.required("file", &self.0);
        object.inner("note", |object: &mut ObjectWriter<'_>| {
            object.required("text", "é");
        });
    }

    fn check(&self, _: &mut Checks) {}
}

#[tokio::test]
async fn a_variant_around_its_members_is_a_part() {
    let reader = Reader::new([done(204)]);
    let upload = Upload(stream(&["a;b"]).name("dir/a.csv"));
    sent(&reader, |draft| draft.multipart(&upload))
        .await
        .expect("an answer");
    let body = reader.bodies().remove(0);
    let boundary = body.lines().next().expect("a boundary");
    let expected = format!(
        "{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\
         Content-Type: text/csv\r\n\r\na;b\r\n\
         {boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\
         Content-Type: application/json\r\n\r\n{{\"text\":\"é\"}}\r\n\
         {boundary}--\r\n"
    );
    assert_eq!(body, expected);
}

#[tokio::test]
async fn a_stream_inside_of_json_is_read_before_it_is_sent() {
    let reader = Reader::new([done(503), done(204)]);
    let upload = Upload(stream(&["a;", "b"]));
    sent(&reader, |draft| draft.json(&upload))
        .await
        .expect("an answer");
    let expected = r#"{"file":"YTti","note":{"text":"é"}}"#;
    assert_eq!(reader.bodies(), [expected, expected]);
}

#[tokio::test]
async fn forms_have_files_that_are_there() {
    let reader = Reader::new([done(204)]);
    let there = Upload(FileInput::bytes("a;b"));
    sent(&reader, |draft| draft.form(&there))
        .await
        .expect("an answer");
    assert_eq!(reader.bodies(), ["file=YTti&note[text]=%C3%A9"]);
    let error = sent(&reader, |draft| draft.form(&Upload(stream(&["a"])))).await;
    let words = rule(&error.expect_err("no answer"));
    assert_eq!(words, "body must be without files that have yet to be read");
}

async fn saved(reader: &Reader, path: &std::path::Path) -> std::io::Result<u64> {
    let client = reader.client(&Script::default());
    let call = Draft::new(&client, &GET).download_call(bytes);
    let download = call.download().await.expect("headers");
    download.save(path).await
}

#[tokio::test]
async fn a_download_is_saved_where_all_of_it_came() {
    let folder = OnDisk::new("saved", "older");
    let reader = Reader::new([(200, None, vec![Ok("new"), Ok("er")])]);
    assert_eq!(saved(&reader, &folder.0).await.expect("a size"), 5);
    let text = |path| std::fs::read_to_string(path).expect("a text");
    assert_eq!(text(&folder.0), "newer");

    let reader = Reader::new([(200, None, vec![Ok("half"), Err("cut")])]);
    let error = saved(&reader, &folder.0).await.expect_err("no size");
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    assert!(matches!(inner, Some(Error::Request(_))), "{error}");
    assert_eq!(text(&folder.0), "newer");
    let left = std::fs::read_dir(folder.0.parent().expect("a folder"));
    assert_eq!(left.expect("a list").count(), 1);
}

#[tokio::test]
async fn a_download_is_handed_on_with_its_name() {
    let header = (
        "content-disposition",
        "attachment; filename=\"x/b.csv\"; size=3",
    );
    let from = Reader::new([(200, Some(header), vec![Ok("b;"), Ok("c")])]);
    let client = from.client(&Script::default());
    let call = Draft::new(&client, &GET).download_call(bytes);
    let download = call.download().await.expect("headers");
    let file = FileInput::from(download);
    assert_eq!(file.file_name(), Some("b.csv"));

    let to = Reader::new([done(204)]);
    sent(&to, |draft| draft.bytes(file))
        .await
        .expect("an answer");
    assert_eq!(to.bodies(), ["b;c"]);
}
