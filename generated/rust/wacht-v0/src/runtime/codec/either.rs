use super::{Checks, Decode, Encode, Json, Mismatch, Writer};

/// One of two types that differ in their kind of JSON.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Either<A, B> {
    /// The first.
    Left(A),
    /// The second.
    Right(B),
}

impl<A: Decode, B: Decode> Decode for Either<A, B> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match A::decode(json) {
            Ok(value) => Ok(Self::Left(value)),
            Err(_) => B::decode(json).map(Self::Right),
        }
    }
}

impl<A: Encode, B: Encode> Encode for Either<A, B> {
    fn encode(&self, out: &mut Writer) {
        match self {
            Self::Left(value) => value.encode(out),
            Self::Right(value) => value.encode(out),
        }
    }

    fn check(&self, at: &mut Checks) {
        match self {
            Self::Left(value) => value.check(at),
            Self::Right(value) => value.check(at),
        }
    }
}

crate::serde_codec!(Either<A, B>);
