<script src="{{ asset('x.js') }}"></script>
<img src="https://px.ads-unknown.com/p.gif">
