use wacht::models::{AiExecutionContext, CreateAiExecutionContextRequest};
use wacht::{Result, WachtClient};

use crate::page::{call, chapter, outcome, remark};

fn show(context: &AiExecutionContext) {
    let status = context.status.as_deref().unwrap_or_default();
    let group = context.context_group.as_deref().unwrap_or_default();
    outcome(&[&context.id, &context.title, status, group]);
}

pub async fn create(client: &WachtClient) -> Result<AiExecutionContext> {
    chapter("Create");
    call(
        "client.ai().create_execution_context(CreateAiExecutionContextRequest { title, .. }).await?",
    );
    let support = client
        .ai()
        .create_execution_context(CreateAiExecutionContextRequest {
            title: "Customer Support Context".to_string(),
            system_instructions: Some("You are a helpful customer support assistant.".to_string()),
            context_group: Some("support".to_string()),
            status: Some("active".to_string()),
        })
        .await?;
    show(&support);
    for title in ["Leads", "Renewals", "Partners", "Fairs"] {
        let mut request = CreateAiExecutionContextRequest::new(title);
        request.context_group = Some("sales".to_string());
        request.status = Some("active".to_string());
        show(&client.ai().create_execution_context(request).await?);
    }
    Ok(support)
}

pub async fn list(client: &WachtClient) -> Result<()> {
    chapter("List, with a setter for each filter");
    call(
        r#"client.ai().list_execution_contexts().status("active").context_group("support").await?"#,
    );
    let page = client
        .ai()
        .list_execution_contexts()
        .status("active")
        .context_group("support")
        .await?;
    page.data.iter().for_each(show);
    remark("The first one is an example of the schema: the mock begins with it.");

    chapter("Page through: a request for every two, as they are used up");
    call(r#"client.ai().list_execution_contexts().context_group("sales").limit(2).items()"#);
    let mut contexts = client
        .ai()
        .list_execution_contexts()
        .context_group("sales")
        .limit(2)
        .items();
    while let Some(context) = contexts.next().await {
        show(&context?);
    }
    Ok(())
}

pub async fn update(client: &WachtClient, id: &str) -> Result<()> {
    chapter("Update, with a setter for each field");
    call(
        r#"client.ai().update_execution_context(id).with_title("Senior Support").with_status("archived").await?"#,
    );
    let changed = client
        .ai()
        .update_execution_context(id)
        .with_title("Senior Support")
        .with_status("archived")
        .await?;
    show(&changed);
    Ok(())
}
