//! Meets errors by status, by kind, by an operation's own enum, and without a server.

use std::time::Duration;

use wacht::api::ai::UpdateExecutionContextError;
use wacht::models::CreateAiExecutionContextRequest;
use wacht::{Error, ErrorKind, WachtClient};

pub async fn run(url: &str) -> wacht::Result<()> {
    let client = WachtClient::new("wk_test");

    match client.ai().list_execution_contexts().limit(1000).await {
        Err(refused) => println!("refused: {refused}"),
        Ok(page) => println!("unexpected: {page:?}"),
    }
    match client
        .ai()
        .update_execution_context("nobody")
        .with_title("x")
        .await
    {
        Err(error) if error.kind() == ErrorKind::NotFound => println!("not found: {error}"),
        other => println!("unexpected: {other:?}"),
    }
    if let Err(UpdateExecutionContextError::NotFound(error)) = rename(&client).await {
        let code = error.body.and_then(|body| body.error?.code);
        println!("by name: {} {code:?}", error.status);
    }

    let request = CreateAiExecutionContextRequest::new("Nobody's");
    let stranger = WachtClient::new("not a key");
    describe(
        stranger
            .ai()
            .create_execution_context(request.clone())
            .await,
    );
    let elsewhere = WachtClient::builder()
        .api_key("wk_test")
        .base_url(format!("{url}/elsewhere"))
        .build()?;
    describe(
        elsewhere
            .ai()
            .create_execution_context(request.clone())
            .await,
    );
    let deserted = WachtClient::builder()
        .api_key("wk_test")
        .base_url("http://127.0.0.1:1")
        .build()?;
    describe(
        deserted
            .ai()
            .create_execution_context(request)
            .timeout(Duration::from_millis(400))
            .await,
    );
    Ok(())
}

async fn rename(client: &WachtClient) -> Result<(), UpdateExecutionContextError> {
    client
        .ai()
        .update_execution_context("nobody")
        .with_title("x")
        .await?;
    Ok(())
}

fn describe<T>(result: Result<T, Error>) {
    match result {
        Ok(_) => println!("no error"),
        Err(Error::Api {
            status, message, ..
        }) => match status.as_u16() {
            403 => println!("denied: {message}"),
            404 => println!("not there: {message}"),
            _ => println!("{status}: {message}"),
        },
        Err(Error::Request(error)) => println!("unreached, in time: {}", !error.is_timeout()),
        Err(error) => println!("{error}"),
    }
}
