import { each, type Layout, shell, slug } from './page.ts';

const nobody = (name: string, url: string, title: string, main: string): Layout => ({
  name,
  url,
  html: shell({ title, main }),
  people: [],
});

const CUSTOMERS = [
  [
    'Deborah Klein',
    'CEO, Fernhill Builders',
    'They delivered on time and on budget, and we would not hesitate to work with them again on the next one.',
  ],
  [
    'Samuel Osei',
    'Marketing Director, Northlane',
    'Our conversion went up by half within a quarter. I recommend them to everyone I meet in this industry.',
  ],
  [
    'Tina Albrecht',
    'Head of Sales at Kestrel',
    'The best decision we made last year. My whole department uses it every single day now.',
  ],
] as const;
const WRITERS = ['Deborah Klein', 'Samuel Osei', 'Tina Albrecht', 'Yusuf Demir', 'Laura Pérez'];

/** Pages on which people speak, write, play or are spoken of: names and roles, and no profile. */
export const VOICES: readonly Layout[] = [
  nobody(
    'testimonials: quotation, then name and role',
    'https://brightwater.example/testimonials',
    'Testimonials | Brightwater',
    `<h1>What our clients say</h1>${each(CUSTOMERS, ([name, title, text]) => `<div class="testimonial"><img src="x.jpg" alt=""><p>“${text}”</p><h4>${name}</h4><span>${title}</span></div>`)}`,
  ),
  nobody(
    'testimonials as block quotations with cite',
    'https://brightwater.example/',
    'Brightwater – software for harbours',
    `<h1>Software for harbours</h1><h2>Loved by teams everywhere</h2>${each(CUSTOMERS, ([name, title, text]) => `<figure><blockquote><p>${text}</p></blockquote><figcaption><div>${name}</div><div>${title}</div></figcaption></figure>`)}`,
  ),
  nobody(
    'testimonials without quotation marks, name above the text',
    'https://brightwater.example/product',
    'Product tour | Brightwater',
    `<h1>Harbour Suite</h1><section class="reviews"><h2>Customer stories</h2>${each(CUSTOMERS, ([name, title, text]) => `<div class="slide"><div class="name">${name}</div><div class="role">${title}</div><p>${text}</p></div>`)}</section>`,
  ),
  nobody(
    'slider of voices after long texts, class names that say nothing',
    'https://brightwater.example/why-us',
    'Why us | Brightwater',
    `<h1>Why Brightwater</h1><div class="x1">${each(CUSTOMERS, ([name, title, text]) => `<div class="x2"><p class="x3">${text} ${text}</p><p class="x4">${name}</p><p class="x5">${title}</p></div>`)}</div>`,
  ),
  nobody(
    'German customer voices',
    'https://nordlicht.example/referenzen',
    'Referenzen | Nordlicht',
    `<h1>Das sagen unsere Kunden</h1>${each(CUSTOMERS, ([name], at) => `<div class="box"><p>„Sehr gute Beratung, immer gerne wieder. Wir sind rundum zufrieden mit der Umsetzung.“</p><p><strong>${name}</strong><br>Geschäftsführer, Kunde Nr. ${at}</p></div>`)}`,
  ),
  nobody(
    'comments below an article',
    'https://tidal-blog.example/2026/05/the-long-way-home',
    'The long way home – Tidal Blog',
    `<article><h1>The long way home</h1><p class="byline">By <a href="/author/deborah-klein">Deborah Klein</a></p><p>It was late when we left, and the road was longer than anyone remembered from the years before.</p></article><section id="comments"><h2>5 comments</h2><ol class="comment-list">${each(WRITERS, (name, at) => `<li class="comment"><img class="avatar" src="a.png" alt=""><cite>${name}</cite><span class="who">${name}</span><a href="#c${at}"><time datetime="2026-05-0${at + 1}">May ${at + 1}, 2026 at 9:0${at} am</time></a><p>Thank you for writing this, it was a joy to read from start to end.</p><a href="#reply">Reply</a></li>`)}</ol></section>`,
  ),
  nobody(
    'comments without class names',
    'https://tidal-blog.example/2026/06/tides',
    'Tides – Tidal Blog',
    `<h1>Tides</h1><p>What the sea gives, the sea takes back, as they say in every harbour along this coast.</p><h3>Responses</h3>${each(WRITERS, (name, at) => `<div><b>${name}</b> <small>${at + 2} days ago</small><p>I could not agree more, and my brother says the same.</p><a href="#r${at}">Reply</a> <a href="#l${at}">Like</a></div>`)}`,
  ),
  nobody(
    'author box under a post',
    'https://tidal-blog.example/2026/07/knots',
    'Ten knots you need – Tidal Blog',
    `<article><h1>Ten knots you need</h1><p>Everybody who goes to sea needs these, and here is how to tie them in the dark.</p><div class="author-box"><img src="a.jpg" alt="Samuel Osei"><h4>Samuel Osei</h4><p>Editor</p><p>Samuel Osei is a sailor and writer who lives on a boat in Port Ellery.</p><a href="/author/samuel-osei">All posts</a></div></article>`,
  ),
  nobody(
    'blog front: cards with headline, author and date',
    'https://tidal-blog.example/',
    'Tidal Blog',
    `<h1>Tidal Blog</h1>${each(WRITERS, (name, at) => `<article><img src="${at}.jpg" alt=""><h2><a href="/2026/0${at + 1}/post">Why the sea is never the same twice, part ${at}</a></h2><div class="meta"><a href="/author/${slug(name)}">${name}</a> <span>May ${at + 1}, 2026</span></div><p>A short teaser text of this story that makes you want to read on.</p></article>`)}`,
  ),
  nobody(
    'magazine: author above the headline',
    'https://quarterdeck.example/opinion',
    'Opinion | Quarterdeck',
    `<h1>Opinion</h1>${each(WRITERS, (name, at) => `<div class="teaser"><span class="kicker">${name}</span><h3><a href="/opinion/${at}">The harbour must be rebuilt before it is too late for us</a></h3><p>Columnist</p></div>`)}`,
  ),
  nobody(
    'cast list: actor and character',
    'https://screenbase.example/title/tt0042/',
    'The Lighthouse Keepers (2024) - Cast - Screenbase',
    `<h1>The Lighthouse Keepers</h1><h2>Top Cast</h2><table class="cast_list">${each(WRITERS, (name, at) => `<tr><td><a href="/name/nm${at}/"><img src="${at}.jpg" alt="${name}"></a></td><td><a href="/name/nm${at}/">${name}</a></td><td>...</td><td>${['Captain Moor', 'Young Ellen', 'Doctor Finch', 'Old Tom', 'Mary Ann Reed'][at]}</td></tr>`)}</table>`,
  ),
  nobody(
    'film credits by role',
    'https://screenbase.example/title/tt0042/fullcredits',
    'The Lighthouse Keepers (2024) - Full cast and crew',
    `<h1>The Lighthouse Keepers</h1><h4>Directed by</h4><div>Deborah Klein</div><h4>Written by</h4><div>Samuel Osei</div><div>Director: Deborah Klein</div><div>Writer: Samuel Osei</div><div>Producer: Tina Albrecht</div><div>Editor: Yusuf Demir</div><div>Runtime: 104 min</div>`,
  ),
  nobody(
    'book list with authors',
    'https://inkwell.example/books/new',
    'New books | Inkwell',
    `<h1>New this month</h1><ul>${each(WRITERS, (name, at) => `<li><img src="${at}.jpg" alt="cover"><a href="/book/${at}"><h3>Silent Waters</h3></a><p class="author">by <a href="/author/${slug(name)}">${name}</a></p><p>$1${at}.99</p></li>`)}</ul>`,
  ),
  nobody(
    'a paper with its authors and their affiliations',
    'https://papers.example/abs/2605.01234',
    'Tidal locking of small harbours',
    `<h1>Tidal locking of small harbours</h1><div class="authors"><a href="/a/klein_d">Deborah Klein</a>, <a href="/a/osei_s">Samuel Osei</a>, <a href="/a/demir_y">Yusuf Demir</a></div><p>Department of Oceanography, University of Port Ellery</p><h2>Abstract</h2><p>We study the tides of small harbours and find that they are locked.</p>`,
  ),
  nobody(
    'reviews of a shop with stars and dates',
    'https://inkwell.example/product/pen',
    'Fountain Pen – Inkwell',
    `<h1>Fountain Pen</h1><p>€ 49.00</p><h2>Customer Reviews</h2>${each(WRITERS, (name, at) => `<div class="review"><span>★★★★★</span><strong>${name}</strong><span>Verified Buyer</span><span>0${at + 1}/05/2026</span><p>Writes very well and looks great, too.</p></div>`)}`,
  ),
  nobody(
    'an interview: names before what they say',
    'https://quarterdeck.example/interview',
    'In conversation – Quarterdeck',
    `<h1>In conversation with the harbour master</h1>${each(WRITERS.slice(0, 4), (name) => `<p><strong>${name}:</strong> I think that the harbour has changed more in ten years than in the hundred before them, and it shows.</p>`)}`,
  ),
  nobody(
    'news story that quotes people with their roles',
    'https://quarterdeck.example/news/2026/port',
    'Port expansion approved – Quarterdeck',
    `<h1>Port expansion approved</h1><p>By Laura Pérez</p><p>The council has approved the plan, said Deborah Klein, director of the port authority. Samuel Osei, chairman of the board, welcomed it.</p><p>Tina Albrecht, the mayor, said the work would begin in spring.</p>`,
  ),
  nobody(
    'playlist: song and artist',
    'https://wavebox.example/playlist/calm',
    'Calm Mornings – playlist – Wavebox',
    `<h1>Calm Mornings</h1><ol>${each(['Silver Rain', 'Morning Glory', 'Paper Boats', 'Slow River', 'Blue Hour'], (song, at) => `<li><a href="/track/${at}">${song}</a><a href="/artist/${at}">${WRITERS[at]}</a><span>3:1${at}</span></li>`)}</ol>`,
  ),
  nobody(
    'court decisions by parties',
    'https://courts.example/opinions/2026',
    'Opinions 2026 | Court of Appeals',
    `<h1>Opinions</h1><ul>${each(WRITERS, (name, at) => `<li><a href="/opinions/26-${at}.pdf">${name} v. State</a> (May ${at + 1}, 2026)</li>`)}</ul>`,
  ),
  nobody(
    'obituaries',
    'https://quarterdeck.example/obituaries',
    'Obituaries | Quarterdeck',
    `<h1>Obituaries</h1>${each(WRITERS, (name, at) => `<div><h3><a href="/obituaries/${slug(name)}">${name}</a></h3><p>194${at} – 2026</p><p>Beloved mother, grandmother and friend passed away peacefully at home.</p></div>`)}`,
  ),
];
