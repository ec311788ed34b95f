/** What `heddle init` writes as `schema/api.yaml`. */
export const starterSchema = `# yaml-language-server: $schema=../node_modules/heddle/schema/heddle.schema.json
heddle: 1
api: library

client:
  name: LibraryClient
  base_url: https://api.example.com
  env: LIBRARY # LIBRARY_API_KEY is read if no key is given
  auth: { bearer: api_key }

resources:
  books:
    at: /books
    list_books:
      doc: Lists the books of the library, newest first.
      http: GET
      query:
        limit?: int32(1..100) = 20 -- Number of results to return
        offset?: int32(0..) -- Number of results to skip
        genre?: Genre -- Only books of this genre
      returns: BookPage

    get_book:
      doc: Gets one book.
      http: GET /{book_id}
      path: { book_id: BookId }
      returns: Book
      errors: [NotFound]

    create_book:
      doc: Adds a book.
      http: POST
      body: CreateBookRequest
      returns: Book
      errors: [InvalidRequest]

types:
  BookId:
    $doc: Id of a book
    $alias: string
    $example: book_42

  # An enum is open unless it says otherwise: a value that the server adds later still decodes.
  Genre:
    $enum:
      fiction: Novels and stories
      science: Popular science

  CreateBookRequest:
    title: string(1..200) -- Title on the cover
    genre?: Genre -- Where it stands
    pages?: int32(1..) | null -- Number of pages, null if nobody counted

  Book:
    id: BookId
    $include: CreateBookRequest
    added_at: datetime -- When the library got it

  ErrorBody:
    code: string -- Tells problems apart
    message: string -- Says what is wrong, for people

  # Lists go on from page to page: \`for await (const book of client.books.listBooks().items())\`.
  BookPage:
    $page: { items: books, limit: limit, offset: offset }
    books: Book[]
    total: int64 -- Number of all books

errors:
  body: ErrorBody
  message: message
  code: code
  status:
    InvalidRequest: 400 -- The request is malformed
    NotFound: 404
    RateLimited: 429
    ServerError: 5xx
`;
