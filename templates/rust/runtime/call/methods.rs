/// The options that every kind of call takes. `$draft` is where its draft lies.
#[macro_export]
#[doc(hidden)]
macro_rules! call_options {
    () => {
        /// How long the call may take, all its attempts and waits together; zero is no limit.
        pub fn timeout(mut self, total: ::std::time::Duration) -> Self {
            self.draft.options_mut().timeout(total);
            self
        }

        /// Other limits of time.
        pub fn timeouts(mut self, timeouts: $crate::runtime::Timeouts) -> Self {
            self.draft.options_mut().timeouts(timeouts);
            self
        }

        /// How often the request may be sent, the first time included.
        pub fn attempts(mut self, attempts: u32) -> Self {
            self.draft.options_mut().attempts(attempts);
            self
        }

        /// The key that tells repeats of this call from other calls; a random one unless given.
        pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
            self.draft.options_mut().idempotency_key(key.into());
            self
        }

        /// What becomes of the call if it would break a rate limit.
        pub fn rate_limit(mut self, mode: $crate::runtime::RateLimitMode) -> Self {
            self.draft.options_mut().rate_limit(mode);
            self
        }

        /// A header of this call; it beats all others of its name (HDR-1).
        pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.draft
                .options_mut()
                .header(name.into(), Some(value.into()));
            self
        }

        /// Sends this call without a header that it would have.
        pub fn without_header(mut self, name: impl Into<String>) -> Self {
            self.draft.options_mut().header(name.into(), None);
            self
        }

        /// A member of the body that the schema does not know (JSON-5), which has to be an
        /// object in JSON, or a form.
        pub fn extra_body(
            mut self,
            name: impl Into<String>,
            value: impl Into<::serde_json::Value>,
        ) -> Self {
            self.draft.options_mut().body(name.into(), value.into());
            self
        }

        /// A query parameter that the schema does not know (ENC-7).
        pub fn extra_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.draft.options_mut().query(name.into(), value.into());
            self
        }
    };
}

/// Makes a builder a call: its options, and the verbs of the call that it becomes.
#[macro_export]
#[doc(hidden)]
macro_rules! call_methods {
    ($builder:ident: PageCall<$page:ty>) => {
        $crate::call_methods!(@unary $builder, $crate::runtime::PageCall<$page>, $page);
        $crate::call_methods!(@undecoded $builder, $crate::runtime::PageCall<$page>);

        impl $builder {
            /// Every item of every page, asked for one page after the other (PAGE-2).
            #[must_use = "a stream does nothing unless it is polled"]
            pub fn items(self) -> $crate::runtime::Items<$page> {
                $crate::runtime::PageCall::from(self).items()
            }

            /// Every page, asked for one after the other (PAGE-2).
            #[must_use = "a stream does nothing unless it is polled"]
            pub fn pages(self) -> $crate::runtime::Pages<$page> {
                $crate::runtime::PageCall::from(self).pages()
            }
        }
    };
    ($builder:ident: Call<$answer:ty>) => {
        $crate::call_methods!(@unary $builder, $crate::runtime::Call<$answer>, $answer);
        $crate::call_methods!(@undecoded $builder, $crate::runtime::Call<$answer>);
    };
    ($builder:ident: DownloadCall<$answer:ty>) => {
        $crate::call_methods!(@unary $builder, $crate::runtime::DownloadCall<$answer>, $answer);

        impl $builder {
            /// Sends the call and gives the file as soon as its headers are there (FILE-5).
            ///
            /// # Errors
            ///
            /// Whatever the operation lists, and what can happen until then.
            pub async fn download(self) -> $crate::runtime::Result<$crate::runtime::Download> {
                $crate::runtime::DownloadCall::from(self).download().await
            }
        }
    };
    ($builder:ident: StreamCall<$answer:ty, $event:ty>) => {
        $crate::call_methods!(@unary $builder, $crate::runtime::StreamCall<$answer, $event>, $answer);
        $crate::call_methods!(@undecoded $builder, $crate::runtime::StreamCall<$answer, $event>);

        impl $builder {
            /// Sends the call and gives the events of the answer.
            ///
            /// # Errors
            ///
            /// Whatever can happen until the headers of the answer are there.
            pub async fn stream(self) -> $crate::runtime::Result<$crate::runtime::EventStream<$event>> {
                $crate::runtime::StreamCall::from(self).stream().await
            }
        }
    };
    (@undecoded $builder:ident, $call:ty) => {
        impl $builder {
            /// Sends the call and gives the answer as soon as its headers are there, undecoded
            /// (RAW-1).
            ///
            /// # Errors
            ///
            /// Whatever the operation lists, and what can happen until then.
            pub async fn send_undecoded(self) -> $crate::runtime::Result<$crate::runtime::Download> {
                <$call>::from(self).send_undecoded().await
            }
        }
    };
    (@unary $builder:ident, $call:ty, $answer:ty) => {
        impl $builder {
            $crate::call_options!();

            /// The request as a command for a shell, credentials and secret values as `***`
            /// (DBG-1).
            ///
            /// # Errors
            ///
            /// What is refused before sending.
            pub fn to_curl(&self) -> $crate::runtime::Result<String> {
                <$call>::from(self.clone()).to_curl()
            }

            /// Sends the call; awaiting it does the same.
            ///
            /// # Errors
            ///
            /// Whatever the operation lists, and what can happen on the way.
            pub async fn send(self) -> $crate::runtime::Result<$answer> {
                <$call>::from(self).send().await
            }

            /// Sends the call and gives the answer with its status and headers (RAW-1).
            ///
            /// # Errors
            ///
            /// Whatever the operation lists, and what can happen on the way.
            pub async fn send_raw(self) -> $crate::runtime::Result<$crate::runtime::RawResponse<$answer>> {
                <$call>::from(self).send_raw().await
            }
        }

        impl ::std::future::IntoFuture for $builder {
            type Output = $crate::runtime::Result<$answer>;
            type IntoFuture = $crate::runtime::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }
    };
}
