use std::time::Instant;

use futures::future::join_all;
use wacht::models::CreateAiExecutionContextRequest;
use wacht::{Error, RateLimitMode, Result, WachtClient};

use crate::page::{call, chapter, outcome, remark};

fn burst() -> impl Iterator<Item = CreateAiExecutionContextRequest> {
    (1..=12).map(|index| {
        let mut request = CreateAiExecutionContextRequest::new(format!("Burst {index}"));
        request.context_group = Some("burst".to_string());
        request
    })
}

pub async fn limit(client: &WachtClient) -> Result<()> {
    chapter("Hit the limit: 10 contexts in any second, says the schema");
    call("join_all(burst.map(|request| client.ai().create_execution_context(request))).await");
    let start = Instant::now();
    let calls = burst().map(|request| client.ai().create_execution_context(request).send());
    let created = join_all(calls)
        .await
        .into_iter()
        .collect::<Result<Vec<_>>>()?;
    let seconds = start.elapsed().as_secs_f64();
    outcome(&[
        &format!("{} created", created.len()),
        &format!("in {seconds:.1} s"),
    ]);
    remark("The client knows the limit and waits. A client that does not is refused:");

    call(
        "client.ai().create_execution_context(request).rate_limit(RateLimitMode::Off).attempts(1).await",
    );
    let calls = burst().map(|request| {
        let call = client.ai().create_execution_context(request);
        call.rate_limit(RateLimitMode::Off).attempts(1).send()
    });
    let refused: Vec<Error> = join_all(calls)
        .await
        .into_iter()
        .filter_map(Result::err)
        .collect();
    let first = refused.iter().find_map(|error| match error {
        Error::Api {
            status, details, ..
        } => Some((error.kind(), *status, details.retry_after())),
        _ => None,
    });
    if let Some((kind, status, wait)) = first {
        outcome(&[
            &format!("{} refused", refused.len()),
            &format!("{kind:?}"),
            status.as_str(),
            &format!("retry after {} s", wait.unwrap_or_default().as_secs()),
        ]);
    }
    Ok(())
}
