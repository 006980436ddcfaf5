export default function Page() {
  return <>
    <Script src="https://www.googletagmanager.com/gtag/js?id=G-1" strategy="afterInteractive" />
    <img src={`https://www.facebook.com/tr?id=${id}`} />
    <iframe src={"https://embed.unknown-maps.net/x"} />
  </>
}
