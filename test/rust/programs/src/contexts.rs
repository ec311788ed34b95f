//! Lists with and without filters, pages, creates with a literal, updates with setters.

use futures::TryStreamExt;
use wacht::models::{AiExecutionContext, CreateAiExecutionContextRequest, context_status};
use wacht::{Error, WachtClient};

pub async fn run() -> wacht::Result<()> {
    let client = WachtClient::new("wk_test");

    let first = client.ai().fetch_execution_contexts(None).await?;
    for AiExecutionContext { title, status, .. } in &first.data {
        let unknown = "unknown".to_string();
        println!("{title} is {}", status.as_ref().unwrap_or(&unknown));
    }

    let office = create(&client, "Front office", "sales").await?;
    let archive = create(&client, "Archive", "sales").await?;
    let page = client
        .ai()
        .list_execution_contexts()
        .limit(1)
        .offset(0)
        .status(context_status::ACTIVE)
        .context_group("sales")
        .send()
        .await?;
    println!("{} of sales, more: {}", page.data.len(), page.has_more);
    let titles: Vec<String> = client
        .ai()
        .list_execution_contexts()
        .limit(1)
        .context_group("sales")
        .items()
        .map_ok(|context| context.title)
        .try_collect()
        .await?;
    println!("all of sales: {}", titles.join(", "));

    let updated = client
        .ai()
        .update_execution_context(&archive.id)
        .with_title("Cellar")
        .with_system_instructions("You keep what nobody needs.")
        .with_context_group("storage")
        .with_status("archived")
        .send()
        .await?;
    println!("{} is {:?}", updated.title, updated.status);
    let untouched: Result<AiExecutionContext, Error> = client
        .ai()
        .update_execution_context(office.id.as_str())
        .await;
    println!("{} stays", untouched?.title);

    let raw = client
        .ai()
        .fetch_execution_contexts(None)
        .send_raw()
        .await?;
    println!("raw: {} after {} attempt", raw.status, raw.attempts);
    Ok(())
}

async fn create(
    client: &WachtClient,
    title: &str,
    group: &str,
) -> wacht::Result<AiExecutionContext> {
    let request = CreateAiExecutionContextRequest {
        title: title.to_string(),
        system_instructions: None,
        context_group: Some(group.to_string()),
        status: Some("active".to_string()),
    };
    client.ai().create_execution_context(request).await
}
